package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.PredictorClass;
import java.util.ArrayList;
import java.util.List;

/** Plans the session of a model of records and numbers: it is fed one step of each sequence. */
final class HeadsSession {
  private static final String MODEL = "model";
  private static final String MEMORY = "memory";
  private static final String SCORES = "scores";

  private final Heads heads;
  private final GeneratedClasses classes;
  private final Names names;
  private final Names predictor;
  private final List<ModelParts.In> steps;

  private HeadsSession(ModelParts parts, Heads heads) {
    this.heads = heads;
    this.classes = parts.classes();
    this.steps = parts.inputs().stream().filter(in -> in.code().isSequence()).toList();
    this.names =
        Names.none()
            .withModel(parts.names())
            .withLocals(List.of(MODEL, MEMORY, SCORES, "remembered", "features", "symbols"));
    this.predictor = PredictorClass.names(parts);
  }

  static ClassPlan plan(ModelParts parts, Heads heads) {
    return new HeadsSession(parts, heads).plan();
  }

  private String name(String wanted) {
    return names.get(wanted);
  }

  private ClassPlan plan() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.hidden(classes.predictor(), name(MODEL)));
    for (ModelParts.In in : steps) {
      in.code()
          .stepEncoding()
          .ifPresent(
              encoding -> fields.add(Field.hidden(encoding.type(), names.ofModel(in.name()))));
    }
    fields.add(Field.hidden(RuntimeTypes.STEP_MEMORY, name(MEMORY)));
    ClassPlan.Builder type =
        ClassPlan.api(classes.session())
            .extending(RuntimeTypes.SESSION)
            .doc(
                """
                Reads step by step for {@link $T}, and remembers what it read.

                <p>Holds nothing native and need not be closed. For use by one thread at a time; many may
                be used side by side. A call that fails leaves a session as it was.
                """,
                classes.model())
            .fields(fields)
            .member(constructor());
    if (!heads.scoredItself()) {
      type.member(next("next", false));
    }
    if (heads.hasScores()) {
      type.member(next(heads.scoredItself() ? "next" : "nextScored", true));
    }
    return type.member(read())
        .member(
            Member.publicly("copy")
                .doc("Returns a session of its own that goes on from here.\n")
                .returns(classes.session())
                .statement(
                    "return new $T($N, $N.copy())", classes.session(), name(MODEL), name(MEMORY))
                .build())
        .build();
  }

  private Member constructor() {
    Member.Builder constructor =
        Member.constructor(Access.PACKAGE)
            .parameter(classes.predictor(), name(MODEL))
            .parameter(RuntimeTypes.STEP_MEMORY, name(MEMORY))
            .statement("super($N)", name(MEMORY))
            .statement("this.$1N = $1N", name(MODEL));
    for (ModelParts.In in : steps) {
      in.code()
          .stepEncoding()
          .ifPresent(
              encoding ->
                  constructor.statement(
                      "this.$N =$W$N.$N.$L",
                      names.ofModel(in.name()),
                      name(MODEL),
                      predictor.ofModel(in.name()),
                      encoding.call()));
    }
    return constructor.statement("this.$1N = $1N", name(MEMORY)).build();
  }

  private CodeBlock arguments() {
    return steps.stream()
        .map(in -> CodeBlock.of("$N", names.ofModel(in.name())))
        .collect(CodeBlock.joining(", "));
  }

  private Member.Builder taking(Member.Builder method) {
    steps.forEach(in -> method.parameter(in.code().stepType(), names.ofModel(in.name())));
    return method;
  }

  private Member next(String method, boolean scored) {
    String scores = name(SCORES);
    List<CodeBlock> values = new ArrayList<>();
    for (int i = 0; i < heads.answers().size(); i++) {
      Answers answer = heads.answers().get(i);
      String codec = name(MODEL) + "." + predictor.ofModel(answer.name());
      CodeBlock own = CodeBlock.of("$N[$L]", scores, i);
      CodeBlock value =
          scored && answer.code().scoredType().isPresent()
              ? answer.code().scored(codec, own)
              : answer.code().answer(codec, own);
      values.add(
          answer.eachStep() && heads.record().isPresent() && !heads.recordEachStep()
              ? onlyOf(answer, value)
              : value);
    }
    TypeName type;
    CodeBlock answer;
    if (heads.record().isEmpty()) {
      Answers only = heads.answers().get(0);
      type = scored ? only.code().scoredType().orElseThrow() : unboxed(only);
      answer = values.get(0);
    } else {
      type = scored ? classes.scores() : heads.record().orElseThrow();
      answer = CodeBlock.of("new $T($L)", type, values.stream().collect(CodeBlock.joining(",$W")));
    }
    return taking(
            Member.publicly(method)
                .doc("Reads a step.\n\n")
                .doc(
                    "@return the answer $L$L\n",
                    heads.eachStep() ? "at it" : "to all that was read",
                    scored ? ", with all probabilities" : ""))
        .fails(IllegalArgumentException.class, "if it is null or cannot be read")
        .fails(IllegalStateException.class, "after the predictor was closed")
        .returns(type)
        .statement(
            "$T $N =$Wread($L)",
            ArrayTypeName.of(ArrayTypeName.of(TypeName.FLOAT)),
            scores,
            arguments())
        .statement("return $L", answer)
        .build();
  }

  /** Returns the answers for each step where there is one. */
  private static CodeBlock onlyOf(Answers answer, CodeBlock value) {
    return answer.array()
        ? CodeBlock.of("new $T {$L}", answer.type(), value)
        : CodeBlock.of("$T.of($L)", List.class, value);
  }

  /** Returns the type of an answer at a step: there is always one, so that it needs no box. */
  private static TypeName unboxed(Answers answer) {
    TypeName type = answer.code().type();
    return type.isBoxedPrimitive() ? type.unbox() : type;
  }

  private Member read() {
    return taking(Member.method("read", Access.PRIVATE))
        .returns(ArrayTypeName.of(ArrayTypeName.of(TypeName.FLOAT)))
        .statement(
            "return $N.read(\n$L)",
            name(MEMORY),
            steps.stream().map(this::encoding).collect(CodeBlock.joining(",\n")))
        .build();
  }

  private CodeBlock encoding(ModelParts.In in) {
    String parameter = names.ofModel(in.name());
    String remembered = name("remembered");
    String features = name("features");
    String symbols = name("symbols");
    CodeBlock encoded =
        in.code().stepEncoding().isPresent()
            ? CodeBlock.of(
                "this.$1N.encode($1N, $2N, $3N, $4N)", parameter, remembered, features, symbols)
            : CodeBlock.of(
                "$N[0] = $N.$N.encode($T.of($T.notNull($N, $S)))[0]",
                symbols,
                name(MODEL),
                predictor.ofModel(in.name()),
                List.class,
                RuntimeTypes.ARGUMENTS,
                parameter,
                in.name());
    return CodeBlock.of("($N, $N, $N) -> $L", remembered, features, symbols, encoded);
  }
}
