def log = new File(basedir, 'build.log').getText('UTF-8')
def dist = new File(basedir, 'target/release-sync/dist')

// Once for the four modules, in each of the three runs.
assert log.count('packaging package-last-engine with cargo') == 3
assert log.count('Packaged 1 artifact in target/release-sync/dist') == 3

// In the first run: last, when every module has had its turn.
def calls = (log =~ /:package \(default\) @ [a-z-]+/).collect { it }
assert calls.size() == 8
def fourth = log.indexOf(calls[3], [0, 1, 2].inject(0) { at, i -> log.indexOf(calls[i], at) + 1 })
assert log.indexOf('packaging package-last-engine') > fourth

assert (dist.list() as Set) == ['package-last-engine-1.2.0.crate', 'SHA256SUMS', 'artifacts.json'] as Set
def artifacts = new groovy.json.JsonSlurper().parse(new File(dist, 'artifacts.json'))
assert artifacts.artifacts*.package == ['package-last-engine']
assert !artifacts.dirty
assert !log.contains('@threadSafe')
