def check = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/release-sync/check.json'))
def log = new File(basedir, 'build.log').getText('UTF-8')

// Told not to fail, it still says what it found, once for the four modules.
assert check.verdict == 'out-of-sync'
assert check.findings.count { it.rule == 'RS106' } == 1
assert log.count('--> engine/pyproject.toml:3:12') == 1
assert check.packages.findAll { it.ecosystem == 'maven' }.size() == 4

// No module has looked at itself alone.
['one', 'two', 'three'].each { assert !new File(basedir, "$it/target/release-sync").exists() }
assert !log.contains('not marked')
assert !log.contains('@threadSafe')
