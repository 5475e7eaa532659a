package dev.rondo.processor.write;

import com.palantir.javapoet.ClassName;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;

/**
 * The source of one generated class.
 *
 * @param name the class
 */
public record SourceFile(ClassName name, String text) {
  /**
   * Hands the source to the compiler.
   *
   * @param origin the interface that it is generated from; incremental builds remove the class with
   *     it
   * @throws javax.annotation.processing.FilerException if there is such a class already
   */
  public void write(Filer filer, Element origin) throws IOException {
    try (Writer writer = filer.createSourceFile(name.canonicalName(), origin).openWriter()) {
      writer.write(text);
    }
  }
}
