#!/usr/bin/env node
/**
 * The entry of the command line. It imports nothing before it has seen the version of Node: the rest of the product needs
 * parts of node:zlib that older versions lack, and would fail there with a SyntaxError. So no top-level await either.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 15)) {
  const again = ['npx', '--yes', 'node@24', ...process.argv.slice(1)].join(' ')
  process.stderr.write(`wheelcrew needs Node 22.15 or newer, found ${process.versions.node}; run it as: ${again}\n`)
  process.exitCode = 2
} else {
  void import('./main.js').then(({ main }) => main(import.meta.url))
}

export {}
