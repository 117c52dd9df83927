def printed = new File(basedir, 'build.log').readLines().toSet()
assert printed.any { it.endsWith('The versions of 1 groups agree.') } : 'agree said nothing'
assert printed.any { it.endsWith('Cargo.toml: cargo:acme-engine lacks other-') } : 'names said nothing'
// Nothing is written to disk unless it is asked for.
// Maven 4 itself writes below target.
assert !new File(basedir, 'target/release-sync').exists()
basedir.eachFileRecurse { assert it.name != 'check.json' }
return true
