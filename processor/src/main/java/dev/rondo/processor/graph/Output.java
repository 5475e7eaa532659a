package dev.rondo.processor.graph;

import dev.rondo.processor.diag.Origin;

/**
 * One output of a model.
 *
 * @param name {@code expected} for a single output, else the record component's name
 * @param head what is predicted
 * @param grain how often
 * @param scored whether the user's method returns it as a {@code Prediction}
 * @param array whether the answers for each step come in an array: {@code float[]} or {@code
 *     float[][]}
 * @param optional whether an example may have no answer for it
 * @param loss what it is trained by
 * @param tagging how its answers at the steps belong together
 * @param origin the method or the record component
 */
public record Output(
    String name,
    Head head,
    Grain grain,
    boolean scored,
    boolean array,
    boolean optional,
    LossSpec loss,
    Tagging tagging,
    Origin origin) {}
