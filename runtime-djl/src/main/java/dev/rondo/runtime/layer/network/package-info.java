/**
 * Networks by what they are run for: reading all steps at once, reading on from a state, writing,
 * translating; and the layers that a session or a decoder goes through step by step.
 */
@NullMarked
package dev.rondo.runtime.layer.network;

import org.jspecify.annotations.NullMarked;
