evaluate(new File(basedir, '../../../src/repository.groovy'))
def git = evaluate(new File(basedir, '../../../src/git.groovy'))

// tag writes an annotated tag as whoever git says that one is.
new File(basedir, '.git/config') << '[user]\n\tname = Ada\n\temail = ada@example.com\n[commit]\n\tgpgSign = false\n[tag]\n\tgpgSign = false\n'

git('branch', '-M', 'main')
git('tag', '-a', '-m', 'v1.2.0', 'v1.2.0')
git('checkout', '-q', '-b', 'release/1.3.0')
git('commit', '-q', '--no-verify', '--allow-empty', '-m', 'feat: something new')
['Cargo.toml', 'pyproject.toml', 'pom.xml'].each { name ->
  def file = new File(basedir, name)
  file.text = file.text.replace('1.2.0', '1.3.0')
}
git('commit', '-q', '--no-verify', '-a', '-m', 'align: release 1.3.0')
git('checkout', '-q', 'main')
git('merge', '-q', '--squash', 'release/1.3.0')
git('commit', '-q', '--no-verify', '-m', 'Release 1.3.0 (#7)')
return true
