/** Networks and their layers, with weights in PyTorch's layout, exact under padding. */
@NullMarked
package dev.rondo.runtime.layer;

import org.jspecify.annotations.NullMarked;
