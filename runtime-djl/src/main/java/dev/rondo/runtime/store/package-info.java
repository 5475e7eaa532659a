/** The model file: a trained network with its codecs, checked before it is believed. */
@NullMarked
package dev.rondo.runtime.store;

import org.jspecify.annotations.NullMarked;
