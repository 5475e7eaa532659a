package dev.rondo.processor.graph;

import dev.rondo.data.Keep;

/**
 * The most steps of an input that are read.
 *
 * @param value how many
 * @param keep what is read of longer ones
 */
public record MaxSteps(int value, Keep keep) {}
