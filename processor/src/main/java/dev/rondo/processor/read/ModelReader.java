package dev.rondo.processor.read;

import com.google.auto.common.MoreTypes;
import dev.rondo.processor.declared.DeclaredModel;
import dev.rondo.processor.declared.DeclaredModel.Trait;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.ModelSignature.Available;
import dev.rondo.processor.type.TypeRef;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads a type with {@code @SequenceModel}. */
public final class ModelReader {
  private final ProcessingEnvironment environment;

  /** By simple name, whether {@code java.lang} has such a type: each model of a package asks. */
  private final Map<String, Boolean> ofJavaLang = new HashMap<>();

  public ModelReader(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /**
   * Reads a model.
   *
   * @param classes qualified names of the classes of this compilation
   * @return the model, or none where something that it names is not known (yet)
   */
  public Optional<DeclaredModel> read(TypeElement type, Set<String> classes) {
    try {
      return Optional.of(readResolved(type, classes));
    } catch (UnresolvedException e) {
      return Optional.empty();
    }
  }

  private DeclaredModel readResolved(TypeElement type, Set<String> classes) {
    requireSupertypes(type);
    boolean isInterface = type.getKind() == ElementKind.INTERFACE;
    MethodReader methods = new MethodReader(environment, type);
    new UnknownAnnotations(environment).requireNone(type, methods);
    Position position = Position.of(environment, type);
    TypeRef name = TypeReader.nameOf(type);
    return new DeclaredModel(
        name,
        type.getKind().name().toLowerCase(Locale.ROOT),
        traits(type, methods),
        AnnotationReader.read(type, position),
        isInterface ? methods.abstractMethods() : List.of(),
        isInterface ? methods.otherMethods() : List.of(),
        taken(name, classes),
        available(type, methods),
        position);
  }

  private static void requireSupertypes(TypeElement type) {
    for (TypeMirror supertype : type.getInterfaces()) {
      if (TypeNames.unresolved(supertype)) {
        throw new UnresolvedException(supertype.toString());
      }
      requireSupertypes(MoreTypes.asTypeElement(supertype));
    }
  }

  private static Set<Trait> traits(TypeElement type, MethodReader methods) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (Nesting.all(type, Modifier.PUBLIC)) {
      traits.add(Trait.PUBLIC);
    }
    if (Nesting.any(type, Modifier.PRIVATE)) {
      traits.add(Trait.PRIVATE);
    }
    if (type.getModifiers().contains(Modifier.SEALED)) {
      traits.add(Trait.SEALED);
    }
    if (!type.getTypeParameters().isEmpty()) {
      traits.add(Trait.GENERIC);
    }
    if (methods.isAutoCloseable()) {
      traits.add(Trait.AUTO_CLOSEABLE);
    }
    return traits;
  }

  private static List<String> taken(TypeRef type, Set<String> classes) {
    return ModelSignature.GENERATED.stream()
        .map(suffix -> type.generated(suffix).qualifiedName())
        .filter(classes::contains)
        .toList();
  }

  private Available available(TypeElement type, MethodReader methods) {
    return new Available(
        sees(type, "javax.annotation.processing.Generated"),
        sees(type, "org.jspecify.annotations.Nullable"),
        nested(type).distinct().sorted().toList(),
        likeJavaLang(type).distinct().sorted().toList(),
        Deprecations.warnings(type, methods));
  }

  /** Returns the names that an implementation of the interface inherits. */
  private Stream<String> nested(TypeElement type) {
    return ElementFilter.typesIn(environment.getElementUtils().getAllMembers(type)).stream()
        .map(member -> member.getSimpleName().toString());
  }

  private Stream<String> likeJavaLang(TypeElement type) {
    Elements elements = environment.getElementUtils();
    return ElementFilter.typesIn(elements.getPackageOf(type).getEnclosedElements()).stream()
        .map(neighbour -> neighbour.getSimpleName().toString())
        .filter(name -> ofJavaLang.computeIfAbsent(name, this::isOfJavaLang));
  }

  /** Asks its own module only: javac looks for what does not exist in every module of the JDK. */
  private boolean isOfJavaLang(String name) {
    Elements elements = environment.getElementUtils();
    ModuleElement base = elements.getModuleElement("java.base");
    String qualified = "java.lang." + name;
    return base == null
        ? elements.getTypeElement(qualified) != null
        : elements.getTypeElement(base, qualified) != null;
  }

  private boolean sees(TypeElement type, String name) {
    Elements elements = environment.getElementUtils();
    ModuleElement module = elements.getModuleOf(type);
    return module == null
        ? elements.getTypeElement(name) != null
        : elements.getTypeElement(module, name) != null;
  }
}
