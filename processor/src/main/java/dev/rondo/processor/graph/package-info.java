/**
 * The network as a graph of layers, wired and with composed annotations expanded; it knows neither
 * the compiler nor the engine.
 */
@NullMarked
package dev.rondo.processor.graph;

import org.jspecify.annotations.NullMarked;
