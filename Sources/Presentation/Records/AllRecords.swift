import ReferenceCorpus

extension Records {
    /// Every record the tool writes, for the documentation of fields.
    package static var all: [RecordDescription] {
        [
            hit.description, facets.description, similar.description,
            similarToDraft.description, passage.description, passageWithEvidence.description,
            report.description, activity.description, activitySum.description,
            comparison(isOverYears: false).description, comparison(isOverYears: true).description,
            gap.description, activityYear.description, promise.description, copyPair.description,
            reportPair.description,
            sentence(isUnique: false).description, sentence(isUnique: true).description,
            repair.description, status.description, decision.description,
            tagAccuracy.description, frequency.description, termTotal.description,
            termInPart(.unit).description, keyness.description, collocate.description,
            dispersion.description, trend(isOfActivity: false).description,
            trend(isOfActivity: true).description, concordanceLine.description,
            corpus.description, corpusChange.description, personalData.description,
            dealtPassage.description, dealtPart.description, collected.description,
            quotedHit.description, quotedSimilar.description, quotedActivity.description,
            quotedCell.description, quotedGap.description, quotedPassage.description,
            quotedReport.description, quotedPlace.description, indexedUnit.description,
        ]
    }
}
