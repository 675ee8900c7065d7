#!/usr/bin/env node
/**
 * The entry of the command line. It imports nothing that older versions of Node lack before it has seen the version: the rest
 * of the product needs parts of node:zlib, and would fail there with a SyntaxError. So no top-level await either.
 */
import { keepCompiledCode } from '../edge/compiled-code.js'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 15)) {
  const again = ['npx', '--yes', 'node@24', ...process.argv.slice(1)].join(' ')
  process.stderr.write(`wheelcrew needs Node 22.15 or newer, found ${process.versions.node}; run it as: ${again}\n`)
  process.exitCode = 2
} else {
  keepCompiledCode(process.env)
  void import('./main.js').then(({ main }) => main(import.meta.url))
}
