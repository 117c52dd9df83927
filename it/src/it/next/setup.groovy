evaluate(new File(basedir, '../../../src/repository.groovy'))

def git = evaluate(new File(basedir, '../../../src/git.groovy'))
def user = ['-c', 'commit.gpgSign=false', '-c', 'tag.gpgSign=false', '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com']

git(*user, 'tag', '-m', 'v1.2.0', 'v1.2.0')
git(*user, 'commit', '-q', '--no-verify', '--allow-empty', '-m', 'feat(api): add Engine::restart')
return true
