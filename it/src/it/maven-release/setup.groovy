evaluate(new File(basedir, '../../../src/repository.groovy'))

// The plugin commits as whoever git says that one is.
new File(basedir, '.git/config') << '[user]\n\tname = Ada\n\temail = ada@example.com\n[commit]\n\tgpgSign = false\n[tag]\n\tgpgSign = false\n'

// A feature since the last release: so 1.2.0 comes next, and no command line says it.
def git = evaluate(new File(basedir, '../../../src/git.groovy'))
git('tag', '-m', 'v1.1.0', 'v1.1.0')
git('commit', '-q', '--no-verify', '--allow-empty', '-m', 'feat(api): add Engine::restart')
return true
