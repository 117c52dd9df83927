def check = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/release-sync/check.json'))
def log = new File(basedir, 'build.log').getText('UTF-8')

assert check.verdict == 'out-of-sync'
def groups = check.groups.collectEntries { [it.name, it] }
assert groups.keySet() == ['engine', 'tools'] as Set
assert groups.engine.lead == 'cargo:engine'
assert groups.engine.members as Set ==
    ['cargo:engine', 'pypi:engine-python', 'maven:com.example:engine-java'] as Set
assert groups.tools.members as Set == ['cargo:tools', 'pypi:tools'] as Set
assert groups.values().every { !it.inferred && it.policy == 'exact' }

// Only the one that drifted is named, and the copy that is configured.
def found = check.findings.findAll { it.severity in ['error', 'warning'] }
assert found*.rule == ['RS101', 'RS232']
assert found*.severity == ['error', 'warning']
def (drift, copy) = found
assert copy.file == 'README.md'
assert copy.line == 3
assert copy.column == 15
assert drift.file == 'python/pyproject.toml'
assert drift.line == 3
assert drift.column == 12
assert log.contains('RS101')
assert log.contains('python/pyproject.toml:3:12')

// In one line: other groups, another copy, and one rule more.
def line = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/line/check.json'))
assert line.groups.collectEntries { [it.name, it.members as Set] } ==
    [engine: ['cargo:engine', 'pypi:engine-python'] as Set, more: ['cargo:tools'] as Set]
assert line.findings.findAll { it.rule in ['RS101', 'RS232'] }.collectEntries { [it.rule, it.severity] } ==
    [RS101: 'warning', RS232: 'warning']
