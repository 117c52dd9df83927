// The root is the git work tree, not the folder where Maven was started.
def check = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/release-sync/check.json'))

assert check.verdict == 'in-sync'
assert check.packages*.manifest as Set ==
    ['engine/Cargo.toml', 'engine/pyproject.toml', 'pom.xml', 'java/pom.xml'] as Set
assert !new File(basedir, 'java/target/release-sync').exists()
