/** What is counted while answers are compared with those expected, for one head each. */
@NullMarked
package dev.rondo.runtime.train.metric;

import org.jspecify.annotations.NullMarked;
