package org.vitrine.generator.xml;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.vitrine.generator.ContractException;
import org.vitrine.generator.model.ErrorEntry;

/**
 * Reads the constants of ErrorName from its source: the contract is generated before that source is compiled, and only
 * the source has the comments.
 */
final class ErrorNameReader extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final DocTrees docTrees;
    private final String fileName;
    private final List<ErrorEntry> entries = new ArrayList<>();

    private ErrorNameReader(DocTrees docTrees, String fileName) {
        this.docTrees = docTrees;
        this.fileName = fileName;
    }

    static List<ErrorEntry> read(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(source));
            ErrorNameReader reader = new ErrorNameReader(
                    DocTrees.instance(task), source.getFileName().toString());
            for (CompilationUnitTree unit : task.parse()) {
                reader.scan(unit, null);
            }
            return List.copyOf(reader.entries);
        }
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
        if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree
                && variable.getInitializer() instanceof NewClassTree made
                && made.getArguments().size() == 3) {
            entries.add(entry(variable.getName().toString(), made.getArguments()));
        }
        return null;
    }

    private ErrorEntry entry(String constant, List<? extends ExpressionTree> arguments) {
        DocCommentTree doc = docTrees.getDocCommentTree(getCurrentPath());
        if (doc == null) {
            throw new ContractException(fileName + ": constant " + constant, "is not documented");
        }
        return new ErrorEntry(
                constant,
                String.valueOf(((LiteralTree) arguments.get(0)).getValue()),
                arguments.get(1).toString().replace("Category.", ""),
                Boolean.TRUE.equals(((LiteralTree) arguments.get(2)).getValue()),
                doc.getFullBody().toString().replaceAll("\\s+", " "));
    }
}
