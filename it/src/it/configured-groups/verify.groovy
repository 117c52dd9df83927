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
def errors = check.findings.findAll { it.severity == 'error' }
assert errors*.rule == ['RS232', 'RS101']
def copy = errors.remove(0)
assert copy.file == 'README.md'
assert copy.line == 3
assert copy.column == 15
assert errors[0].file == 'python/pyproject.toml'
assert errors[0].line == 3
assert errors[0].column == 12
assert log.contains('RS101')
assert log.contains('python/pyproject.toml:3:12')
