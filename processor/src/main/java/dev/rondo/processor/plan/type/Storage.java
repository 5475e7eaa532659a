package dev.rondo.processor.plan.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.CodecField;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Member.Trait;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.GeneratedClasses;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all predictors have to be stored and freed: {@code load}, {@code learned}, and what the
 * superclass has.
 *
 * @param codecs what a file keeps beside the weights
 * @param networkArguments the arguments of the network's constructor, from local codecs
 * @param names fields and local variables
 */
record Storage(
    GeneratedClasses classes, List<CodecField> codecs, CodeBlock networkArguments, Names names) {
  static final String FILE = "file";
  static final String STREAM = "stream";
  static final String DEVICE = "device";
  static final String MODEL = "model";

  /** Returns the methods that read a model. */
  List<Member> loading() {
    List<Member> members =
        new ArrayList<>(
            List.of(
                load(Path.class, FILE),
                loadOnto(Path.class, FILE, "of the file"),
                load(InputStream.class, STREAM),
                loadOnto(InputStream.class, STREAM, "in the stream")));
    if (codecs.stream().anyMatch(codec -> codec.codec().renewal() == CodecCode.Renewal.GROWN)) {
      members.add(loadForTraining());
    }
    members.add(restore());
    return members;
  }

  /** Returns the methods that keep and free a model; all but one are the superclass's. */
  List<Member> keeping() {
    return List.of(
        learned(),
        Member.inherited("save").parameter(ClassName.get(Path.class), FILE).build(),
        Member.inherited("save")
            .parameter(ClassName.get(Path.class), FILE)
            .parameter(RuntimeTypes.PRECISION, "precision")
            .build(),
        Member.inherited("history").returns(RuntimeTypes.TRAINING_HISTORY).build(),
        Member.inherited("provenance")
            .returns(Code.generic(ClassName.get(Optional.class), RuntimeTypes.PROVENANCE))
            .build(),
        Member.inherited("close").build());
  }

  private Member load(Class<?> source, String wanted) {
    return Member.publicly("load")
        .trait(Trait.STATIC)
        .doc("Like {@link #load($T, $T)}, onto the CPU.\n", source, RuntimeTypes.DEVICE)
        .returns(classes.predictor())
        .parameter(ClassName.get(source), name(wanted))
        .statement("return load($N, $T.cpu())", name(wanted), RuntimeTypes.DEVICE)
        .build();
  }

  private Member loadOnto(Class<?> source, String wanted, String where) {
    return Member.publicly("load")
        .trait(Trait.STATIC)
        .doc("Returns the model $L.\n\n", where)
        .doc(
            "@throws $T if it is damaged, or the model of other layers, inputs or outputs\n",
            RuntimeTypes.MODEL_FILE_EXCEPTION)
        .fails(IllegalStateException.class, "if the device is not available")
        .returns(classes.predictor())
        .parameter(ClassName.get(source), name(wanted))
        .parameter(RuntimeTypes.DEVICE, name(DEVICE))
        .statement(
            "return load($T.open($N, $T.signature()), $N)",
            RuntimeTypes.MODEL_READER,
            name(wanted),
            classes.network(),
            name(DEVICE))
        .build();
  }

  private Member loadForTraining() {
    return Member.publicly("loadForTraining")
        .trait(Trait.STATIC)
        .doc(
            "Like {@link #load($T)}, for {@link $T#continueFrom}: the enum of an answer may have"
                + " gained constants since, which this model does not answer with, but one that"
                + " goes on from it does.\n\n",
            Path.class,
            classes.trainer())
        .doc(
            "@throws $T if it is damaged, or the model of other layers, inputs or outputs\n",
            RuntimeTypes.MODEL_FILE_EXCEPTION)
        .returns(classes.predictor())
        .parameter(ClassName.get(Path.class), name(FILE))
        .statement(
            "return load($T.open($N, $T.signature()).forTraining(), $T.cpu())",
            RuntimeTypes.MODEL_READER,
            name(FILE),
            classes.network(),
            RuntimeTypes.DEVICE)
        .build();
  }

  private Member restore() {
    String model = name(MODEL);
    String network = name(PredictorClass.NETWORK);
    String host = name(PredictorClass.HOST);
    Member.Builder restore =
        Member.method("load", Access.PRIVATE)
            .trait(Trait.STATIC)
            .returns(classes.predictor())
            .parameter(RuntimeTypes.MODEL_READER, model)
            .parameter(RuntimeTypes.DEVICE, name(DEVICE))
            .begin("try ($N)", model);
    for (CodecField codec : codecs) {
      restore.statement(
          "$T $N =$W$N.$L($L, $L)",
          codec.codec().type(),
          names.ofModel(codec.owner()),
          model,
          codec.codec().composed() ? "codecs" : "codec",
          storedName(codec),
          codec.codec().restored());
    }
    return restore
        .statement("$1T $2N =$Wnew $1T($3L)", classes.network(), network, networkArguments)
        .statement(
            "$1T $2N =$W$1T.restore($3N, $4N, $5N.weights($3N.weightShapes()))",
            RuntimeTypes.NETWORK_HOST,
            host,
            network,
            name(DEVICE),
            model)
        .statement(
            "return new $T($Z$L,$W$N,$W$N,$W$N.history())",
            classes.predictor(),
            codecs.stream()
                .map(codec -> CodeBlock.of("$N", names.ofModel(codec.owner())))
                .collect(CodeBlock.joining(",$W")),
            network,
            host,
            model)
        .end()
        .build();
  }

  /** Returns the name in the file and, where the codec knows itself by another one, that. */
  private static CodeBlock storedName(CodecField codec) {
    return codec.codec().composed() && !codec.stored().equals(codec.owner())
        ? CodeBlock.of("$S, $S", codec.stored(), codec.owner())
        : CodeBlock.of("$S", codec.stored());
  }

  private Member learned() {
    CodeBlock.Builder calls =
        CodeBlock.builder()
            .add("return $T.of($N)", RuntimeTypes.LEARNED, name(PredictorClass.HOST));
    for (CodecField codec : codecs) {
      CodeBlock called =
          codec.stored().equals(codec.owner())
              ? CodeBlock.of("$S", codec.owner())
              : CodeBlock.of("$S, $S", codec.owner(), codec.stored());
      calls.add(
          codec.codec().composed() ? "\n.codecs($L, $N)" : "\n.codec($L, $N.stored())",
          called,
          names.ofModel(codec.owner()));
    }
    return Member.overriding("learned")
        .returns(RuntimeTypes.LEARNED)
        .statement(calls.build())
        .build();
  }

  private String name(String wanted) {
    return names.get(wanted);
  }
}
