evaluate(new File(basedir, '../../../src/repository.groovy'))
def git = evaluate(new File(basedir, '../../../src/git.groovy'))
new File(basedir, '.git/config') << '[user]\n\tname = Ada\n\temail = ada@example.com\n[commit]\n\tgpgSign = false\n[tag]\n\tgpgSign = false\n'
git('branch', '-M', 'main')
return true
