// The README's pom.xml and the model that it shows beside it, as they stand.

// this folder is integration-tests/target/it/readme
def readme = new File(basedir, '../../../../README.md').getText('UTF-8')

def block = { language, start ->
    def found = readme =~ /(?ms)^```${language}\n(\Q${start}\E.*?)^```$/
    assert found.find(): "README.md has no block of $language that starts with $start"
    found.group(1)
}

new File(basedir, 'pom.xml').setText(block('xml', '<project'), 'UTF-8')
def source = new File(basedir, 'src/main/java/com/example/SpamFilter.java')
source.parentFile.mkdirs()
source.setText(block('java', 'package com.example;'), 'UTF-8')
