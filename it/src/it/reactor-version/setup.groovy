evaluate(new File(basedir, '../../../src/repository.groovy'))
