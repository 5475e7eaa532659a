package dev.rondo.processor;

import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.shape.ShapedModel;
import java.io.IOException;
import javax.lang.model.element.TypeElement;

/** What comes behind the checks: {@code plan → write}. */
interface Generator {
  /**
   * Writes the classes of a model.
   *
   * @param origin the model's interface
   */
  void generate(ShapedModel model, TypeElement origin) throws IOException;

  /**
   * Writes the API of a model with errors, so that the user's own code does not add errors of its
   * own to them.
   *
   * @param origin the model's interface
   */
  void generateStubs(ModelSignature signature, TypeElement origin) throws IOException;
}
