package dev.rondo.processor.graph;

import java.util.List;

/**
 * The names that a model's generated classes take, so that nothing of the user's may have them.
 *
 * @param classes qualified names of the classes
 * @param methods name and erased parameters of the predictor's methods, other than the model's own:
 *     {@code evaluate(java.lang.Iterable)}
 */
public record GeneratedApi(List<String> classes, List<String> methods) {
  public GeneratedApi {
    classes = List.copyOf(classes);
    methods = List.copyOf(methods);
  }
}
