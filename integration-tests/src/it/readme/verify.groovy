def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /(?m)^training [0-9,]+ weights for at most 10 epochs on cpu$/
assert log =~ /(?m)^epoch 10 of 10: loss /
assert log =~ /(?m)^true\b/
assert !log.contains('WARN')
