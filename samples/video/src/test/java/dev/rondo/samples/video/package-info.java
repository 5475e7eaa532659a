@NullMarked
package dev.rondo.samples.video;

import org.jspecify.annotations.NullMarked;
