# Why something was concluded: a sentence for each rule of the extraction; the key is rule-<rule>.
