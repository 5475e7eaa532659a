@NullMarked
package dev.rondo.samples.corpora.motion;

import org.jspecify.annotations.NullMarked;
