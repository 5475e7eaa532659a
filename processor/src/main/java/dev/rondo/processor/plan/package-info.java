/**
 * All decisions about generated code: names, types, arguments and the order of calls. Nothing is
 * left for the writers but to print them.
 */
@NullMarked
package dev.rondo.processor.plan;

import org.jspecify.annotations.NullMarked;
