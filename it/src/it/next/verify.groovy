def next = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/release-sync/next.json'))

assert next.schema == 1
assert next.level == 'auto'
assert next.releases.size() == 1
def release = next.releases[0]
assert release.verdict == 'release'
assert release.next == '1.3.0'
assert release.level == 'minor'
assert release.tag == 'v1.3.0'
assert release.commits*.title == ['feat(api): add Engine::restart']
assert release.packages.every { it.next == '1.3.0' }

def log = new File(basedir, 'build.log').text
assert log.contains('Run mvn release-sync:prepare (target/release-sync/next.json)')
