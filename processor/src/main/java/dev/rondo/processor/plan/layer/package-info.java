/** How the runtime has each layer, and which kernels compute several of them together. */
@NullMarked
package dev.rondo.processor.plan.layer;

import org.jspecify.annotations.NullMarked;
