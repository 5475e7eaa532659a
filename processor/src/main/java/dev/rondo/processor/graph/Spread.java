package dev.rondo.processor.graph;

import dev.rondo.processor.type.TypeRef;

/**
 * The only parameter of a model, where it is a record whose components are the inputs.
 *
 * @param name of the parameter
 */
public record Spread(String name, TypeRef type) {}
