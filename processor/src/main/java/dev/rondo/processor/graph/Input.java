package dev.rondo.processor.graph;

import dev.rondo.processor.diag.Origin;

/**
 * One input of a model.
 *
 * @param name the parameter's name, unique among inputs, outputs and nodes' predecessors
 * @param codec how the parameter's value becomes numbers
 * @param vocabulary the name of the vocabulary its tokens are looked up in: its own name, or that
 *     of the first input with which it shares one
 * @param origin the parameter
 */
public record Input(String name, Codec codec, String vocabulary, Origin origin) {}
