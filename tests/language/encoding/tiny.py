"""A sentence-transformers model of a few kilobytes, built here: untrained, but real files that the real code loads."""

from pathlib import Path

CHARACTERS = "防衛費を増やすべきだ。財源がない、税は減"


def tiny_model(folder: Path, seed: int = 0) -> Path:
    """Write a one-layer BERT over single characters, mean pooling, vectors of length 16."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizer

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *dict.fromkeys(CHARACTERS)]
    source = folder.with_name(folder.name + "-source")
    source.mkdir(parents=True)
    vocabulary = source / "vocab.txt"
    vocabulary.write_text("\n".join(words) + "\n", encoding="utf-8")
    torch.manual_seed(seed)
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
    )
    BertModel(config).save_pretrained(source)
    BertTokenizer.from_pretrained(source, vocab_file=str(vocabulary)).save_pretrained(source)
    transformer = Transformer(str(source))
    SentenceTransformer(modules=[transformer, Pooling(16)], device="cpu").save(str(folder))
    return folder
