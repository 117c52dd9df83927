def check = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/release-sync/check.json'))

assert check.schema == 1
assert check.verdict == 'in-sync'
assert check.findings.every { it.severity == 'info' }
assert check.packages*.ecosystem as Set == ['cargo', 'pypi', 'maven'] as Set
assert check.packages.every { it.version == '1.2.0' }
assert check.packages.find { it.ecosystem == 'pypi' }.versionSource == 'dynamic'
assert check.packages*.group.unique().size() == 1
assert check.groups.size() == 1
assert check.groups[0].version == '1.2.0'
assert check.groups[0].inferred
assert !check.groups[0].evidence.empty
// Reports lie in a folder that git ignores by itself.
assert new File(basedir, 'target/release-sync/.gitignore').text.trim() == '*'
