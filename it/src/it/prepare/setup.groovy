evaluate(new File(basedir, '../../../src/repository.groovy'))
def git = evaluate(new File(basedir, '../../../src/git.groovy'))

// prepare commits as whoever git says that one is.
new File(basedir, '.git/config') << '[user]\n\tname = Ada\n\temail = ada@example.com\n[commit]\n\tgpgSign = false\n[tag]\n\tgpgSign = false\n'

git('tag', '-a', '-m', 'v1.2.0', 'v1.2.0')
def committed = { String file, String text, String message ->
  new File(basedir, file).with { parentFile.mkdirs(); setText(text, 'UTF-8') }
  git('add', '-A')
  git('commit', '-q', '--no-verify', '-m', message)
}
committed('USAGE.md', 'Call it.\n', 'docs: how to call it')
committed('news/7.fixed.md', 'The order of keys is kept.\n', 'fix: keep the order of keys')
committed('tools/tool.py', '', 'fix: tools find their files')
return true
