// A relative output directory is taken from the root, not from where Maven was started.
def check = new groovy.json.JsonSlurper().parse(new File(basedir, 'repository/out/reports/check.json'))

assert !new File(basedir, 'pom.xml').exists()
assert !new File(basedir, 'target').exists()
assert !new File(basedir, 'out').exists()
assert check.verdict == 'in-sync'
assert check.packages*.ecosystem as Set == ['cargo', 'pypi'] as Set
assert check.packages*.manifest as Set == ['Cargo.toml', 'pyproject.toml'] as Set
assert check.groups.size() == 1
