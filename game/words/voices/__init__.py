"""What advisers say: lines by speaker, each with its condition, chosen from a side's dossier."""
