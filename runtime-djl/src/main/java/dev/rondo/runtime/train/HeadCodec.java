package dev.rondo.runtime.train;

import dev.rondo.runtime.data.AnswerCodec;

/**
 * An output of a model, for what is looked at in its training data.
 *
 * @param output what the user calls it; {@code expected} where it is the only one
 * @param codec of its answers
 */
public record HeadCodec(String output, AnswerCodec<?> codec) {}
