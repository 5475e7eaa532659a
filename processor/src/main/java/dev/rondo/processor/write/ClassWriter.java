package dev.rondo.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.ConstantsPlan;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Member.Trait;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.part.GeneratedClasses;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the generated classes, whatever they are: fields and members as they are planned.
 *
 * @param classes what all classes of a model have in common
 */
record ClassWriter(GeneratedClasses classes) {
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");
  private static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
  private static final String PROCESSOR = "dev.rondo.processor.SequenceModelProcessor";

  TypeSpec write(ClassPlan plan) {
    TypeSpec.Builder type =
        (plan.components().isEmpty() ? ordinary(plan) : recordOf(plan))
            .alwaysQualify(classes.qualified().toArray(new String[0]))
            .addJavadoc(plan.javadoc())
            .addSuperinterfaces(plan.interfaces())
            .addFields(plan.fields().stream().map(ClassWriter::field).toList())
            .addMethods(plan.members().stream().filter(Member::isOwn).map(this::method).toList());
    if (classes.markGenerated()) {
      type.addAnnotation(
          AnnotationSpec.builder(GENERATED).addMember("value", "$S", PROCESSOR).build());
    }
    if (!classes.warnings().isEmpty()) {
      AnnotationSpec.Builder suppressed = AnnotationSpec.builder(SuppressWarnings.class);
      classes.warnings().forEach(warning -> suppressed.addMember("value", "$S", warning));
      type.addAnnotation(suppressed.build());
    }
    if (plan.api() && classes.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    plan.superclass().ifPresent(type::superclass);
    plan.nested().ifPresent(constants -> type.addType(constants(constants)));
    return type.build();
  }

  private static TypeSpec.Builder ordinary(ClassPlan plan) {
    return TypeSpec.classBuilder(plan.name())
        .addModifiers(plan.isAbstract() ? Modifier.ABSTRACT : Modifier.FINAL);
  }

  private TypeSpec.Builder recordOf(ClassPlan plan) {
    return TypeSpec.recordBuilder(plan.name())
        .recordConstructor(
            MethodSpec.constructorBuilder()
                .addParameters(plan.components().stream().map(this::parameter).toList())
                .build());
  }

  private TypeSpec constants(ConstantsPlan plan) {
    TypeSpec.Builder type =
        TypeSpec.enumBuilder(plan.name())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(plan.javadoc())
            .addSuperinterface(plan.function());
    plan.constants().forEach(constant -> type.addEnumConstant(constant.name()));
    return type.addMethod(method(plan.method())).build();
  }

  private static FieldSpec field(Field field) {
    List<Modifier> modifiers = new ArrayList<>(modifiers(field.access()));
    if (field.isStatic()) {
      modifiers.add(Modifier.STATIC);
    }
    if (field.isFinal()) {
      modifiers.add(Modifier.FINAL);
    }
    FieldSpec.Builder spec =
        FieldSpec.builder(field.type(), field.name(), modifiers.toArray(new Modifier[0]));
    field.initial().ifPresent(spec::initializer);
    return spec.build();
  }

  private MethodSpec method(Member member) {
    MethodSpec.Builder method =
        member.isConstructor()
            ? MethodSpec.constructorBuilder()
            : MethodSpec.methodBuilder(member.name());
    method
        .addJavadoc(member.javadoc())
        .addModifiers(modifiers(member.access()))
        .addParameters(member.parameters().stream().map(this::parameter).toList())
        .varargs(member.is(Trait.VARARGS))
        .addCode(member.body());
    if (member.is(Trait.STATIC)) {
      method.addModifiers(Modifier.STATIC);
    }
    if (member.is(Trait.OVERRIDES)) {
      method.addAnnotation(Override.class);
    }
    member.returns().ifPresent(method::returns);
    return method.build();
  }

  /** Returns a parameter; that it may be null is said if there is an annotation for it. */
  private ParameterSpec parameter(Parameter parameter) {
    TypeName type =
        parameter.nullable() && classes.markNullable()
            ? parameter.type().annotated(AnnotationSpec.builder(NULLABLE).build())
            : parameter.type();
    return ParameterSpec.builder(type, parameter.name()).build();
  }

  private static List<Modifier> modifiers(Access access) {
    return switch (access) {
      case PUBLIC -> List.of(Modifier.PUBLIC);
      case PROTECTED -> List.of(Modifier.PROTECTED);
      case PRIVATE -> List.of(Modifier.PRIVATE);
      case PACKAGE -> List.of();
    };
  }
}
