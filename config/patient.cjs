// Tests of the phone take a while on a busy machine.
const { sep } = require('node:path')

if (expect.getState().testPath.includes(`${sep}tests${sep}phone${sep}`)) jest.setTimeout(90_000)
