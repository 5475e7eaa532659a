/** The start of PyTorch, devices and the switches that PyTorch keeps for each thread. */
@NullMarked
package dev.rondo.runtime.engine;

import org.jspecify.annotations.NullMarked;
