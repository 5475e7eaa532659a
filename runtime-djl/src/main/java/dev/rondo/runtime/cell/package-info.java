/**
 * Steps of small recurrent networks in plain Java, which take less time than the call of an engine.
 */
@NullMarked
package dev.rondo.runtime.cell;

import org.jspecify.annotations.NullMarked;
