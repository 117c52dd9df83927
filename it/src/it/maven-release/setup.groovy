evaluate(new File(basedir, '../../../src/repository.groovy'))

// The plugin commits as whoever git says that one is.
new File(basedir, '.git/config') << '[user]\n\tname = Ada\n\temail = ada@example.com\n[commit]\n\tgpgSign = false\n[tag]\n\tgpgSign = false\n'
return true
