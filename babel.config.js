const path = require('node:path')

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
  overrides: [
    {
      test: path.join(__dirname, 'cloudfunctions/core/contract'),
      plugins: [[require.resolve('./config/droppable.cjs'), { namesOnly: true }]],
    },
  ],
}
