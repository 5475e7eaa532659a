/** How a step changes the weights: gradients, optimisers, averages, and what stays frozen. */
@NullMarked
package dev.rondo.runtime.train.update;

import org.jspecify.annotations.NullMarked;
