// Taro build of the mini-program. An invalid config exits 0 without building: config/build-weapp.mjs tests for app.json.
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')
/** Builds go to a folder beside dist/weapp first, so that nobody ever runs half of one. */
const output = process.env.WEAPP_OUTPUT ?? 'dist/weapp'
/** Packages that ship syntax newer than the oldest WebView we promise. */
const shipsModernSyntax = (file: string) => /node_modules[\\/](@tanstack|uqr|valibot|zustand)[\\/]/.test(file)

/** Taro drops aria-* from the WXML unless each component lists them. */
const spoken = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-busy': '',
  'aria-live': '',
  'aria-disabled': '',
  'aria-modal': '',
}

export default defineConfig<'webpack5'>(async (merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'seven-colour-dandelion',
    date: '2026-11-22',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'src',
    outputRoot: output,
    plugins: [
      path.join(root, 'config/no-long-press.cjs'),
      [
        '@tarojs/plugin-inject',
        {
          components: {
            View: spoken,
            Text: spoken,
            Image: spoken,
            Button: spoken,
            Input: spoken,
            Textarea: spoken,
            ScrollView: spoken,
            Picker: spoken,
            Switch: spoken,
          },
        },
      ],
    ],
    defineConstants: {},
    copy: {
      patterns: [
        { from: 'src/assets/', to: `${output}/assets/` },
        { from: 'src/theme.json', to: `${output}/theme.json` },
      ],
      options: {},
    },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // The cache on disk once kept a module as it was before an edit; a whole build is a matter of seconds.
    cache: { enable: false },
    alias: {
      '@core': path.join(root, 'cloudfunctions/core'),
      '@': path.join(root, 'src'),
    },
    // What people read stands in the scripts as it is: escaped, a character would take six bytes instead of three.
    terser: { enable: true, config: { output: { ascii_only: false } } },
    mini: {
      optimizeMainPackage: { enable: true },
      compile: {
        include: [shipsModernSyntax, (file: string) => file.startsWith(path.join(root, 'cloudfunctions/core'))],
      },
      webpackChain(chain, webpack) {
        // Loading these does nothing, so that each package gets only what it names of them.
        for (const folder of ['cloudfunctions/core', 'src/ui']) {
          chain.module.rule(folder).test(path.join(root, folder)).set('sideEffects', false)
        }
        // react-query waits for ever without AbortController, which mini-programs do not have.
        chain
          .plugin('polyfills')
          .use(webpack.ProvidePlugin, [
            { AbortController: [path.join(root, 'src/polyfill/abort.ts'), 'AbortController'] },
          ])
      },
      postcss: {
        // Sizes are CSS px as written: rpx would shrink type and targets on small phones.
        pxtransform: { enable: false, config: {} },
      },
    },
  }
  return merge({}, base)
})
