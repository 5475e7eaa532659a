package dev.rondo.processor;

import com.google.auto.service.AutoService;
import dev.rondo.processor.declared.Language;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Claims the language's annotations, and what marks generated classes: javac warns of what no
 * processor claims.
 *
 * <p>{@link SequenceModelProcessor} cannot do that. It asks for all annotations, so that it sees
 * composed ones, and would claim those of others with its own. It has to be asked first, which the
 * order of the names of the two classes in {@code META-INF/services} says.
 */
@AutoService(Processor.class)
public final class UnclaimedAnnotations extends AbstractProcessor {
  private static final String GENERATED = "javax.annotation.processing.Generated";

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Stream.concat(Language.names().stream(), Stream.of(GENERATED))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  // these annotations mean something to this processor only, and -Xlint:all would warn of them
  @SuppressWarnings("DoNotClaimAnnotations")
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return true;
  }
}
