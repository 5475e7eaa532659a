package com.example.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Generates an enum in the first round. */
@SupportedAnnotationTypes("com.example.generator.WantsStance")
public final class StanceProcessor extends AbstractProcessor {
  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element element : round.getElementsAnnotatedWith(WantsStance.class)) {
      String name =
          processingEnv.getElementUtils().getPackageOf(element).getQualifiedName() + ".Stance";
      try (Writer writer =
          processingEnv.getFiler().createSourceFile(name, element).openWriter()) {
        writer.write(
            "package %s;%npublic enum Stance { AGAINST, FOR }%n"
                .formatted(name.substring(0, name.lastIndexOf('.'))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return false;
  }
}
