package dev.rondo.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.GeneratedClasses;
import javax.lang.model.element.Modifier;

/** What the writers share. */
final class Specs {
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");
  private static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
  private static final String PROCESSOR = "dev.rondo.processor.SequenceModelProcessor";

  private Specs() {}

  /** Starts a class that users see. */
  static TypeSpec.Builder api(GeneratedClasses classes, ClassName name) {
    TypeSpec.Builder type = internal(classes, name);
    return classes.isPublic() ? type.addModifiers(Modifier.PUBLIC) : type;
  }

  /** Starts a class for the other generated classes only. */
  static TypeSpec.Builder internal(GeneratedClasses classes, ClassName name) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name).alwaysQualify(classes.qualified().toArray(new String[0]));
    if (classes.markGenerated()) {
      type.addAnnotation(
          AnnotationSpec.builder(GENERATED).addMember("value", "$S", PROCESSOR).build());
    }
    return type;
  }

  static MethodSpec.Builder publicMethod(String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
  }

  static MethodSpec.Builder overriding(String name) {
    return publicMethod(name).addAnnotation(Override.class);
  }

  /** Returns a parameter that may be null, if the annotation for that may be used. */
  static ParameterSpec nullable(GeneratedClasses classes, TypeName type, String name) {
    return ParameterSpec.builder(
            classes.markNullable()
                ? type.annotated(AnnotationSpec.builder(NULLABLE).build())
                : type,
            name)
        .build();
  }
}
